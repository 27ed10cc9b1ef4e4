//! What callers may do with the types: share them, send them, keep them over a caught panic.

use std::panic::{RefUnwindSafe, UnwindSafe};

use factive::{Error, Extraction, Extractor, ExtractorBuilder, Offsets, Span};

const fn shared<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Clone + std::fmt::Debug>() {}
const fn owned<T: 'static>() {}
const fn written<T: serde::Serialize + serde::de::DeserializeOwned + std::fmt::Display>() {}

const _: () = {
    shared::<Extractor>();
    shared::<ExtractorBuilder>();
    shared::<Extraction>();
    shared::<Error>();
    shared::<Span>();
    shared::<Offsets<'_>>();
    owned::<Extractor>();
    owned::<Extraction>();
    written::<Extraction>();
};

#[test]
fn an_error_is_a_standard_error() {
    fn check<T: std::error::Error + Send + Sync + 'static>() {}
    check::<Error>();
}
