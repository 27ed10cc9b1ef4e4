//! Every layer on a short article, a long one and two megabytes, each beside a scan that everybody has.

mod corpus;
mod reference;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use factive::{Extraction, Extractor};

type Layer<'a> = (&'a str, &'a dyn Fn(&str) -> usize);

fn texts() -> [(&'static str, String); 3] {
    [("1 kB", corpus::news(1 << 10)), ("20 kB", corpus::news(20 << 10)), ("2 MB", corpus::news(2 << 20))]
}

fn layers(c: &mut Criterion) {
    let extractor = Extractor::new();
    let everything = Extractor::builder().all_events().build().expect("nothing of the user's own");
    let layers: &[Layer] = &[
        ("reference: byte classes", &reference::byte_classes),
        ("reference: unicode words", &reference::unicode_words),
        ("tokens", &|text| factive::tokens(text).count()),
        ("sentences", &|text| factive::sentences(text).count()),
        ("tags", &|text| factive::tagged_words(text).count()),
        ("whole", &|text| extractor.extract(text).claims.len()),
        ("whole, all events", &|text| everything.extract(text).events.len()),
    ];
    for (layer, run) in layers {
        let mut group = c.benchmark_group(*layer);
        for (size, text) in &texts() {
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_with_input(BenchmarkId::from_parameter(size), text, |b, text| b.iter(|| run(black_box(text))));
        }
    }
}

/// Two megabytes of articles, each by itself and as the extractor reads many.
fn articles(c: &mut Criterion) {
    let extractor = Extractor::new();
    let articles = corpus::articles(5 << 10, 400);
    let mut group = c.benchmark_group("articles of 5 kB");
    group.throughput(Throughput::Bytes(articles.iter().map(|article| article.len() as u64).sum()));
    group.bench_function("by one", |b| {
        b.iter(|| black_box(&articles).iter().map(|text| extractor.extract(text).claims.len()).sum::<usize>());
    });
    group.bench_function("by many", |b| {
        b.iter(|| extractor.extract_all(black_box(&articles)).map(|found| found.claims.len()).sum::<usize>());
    });
}

fn json(c: &mut Criterion) {
    let text = corpus::news(20 << 10);
    let extraction = factive::extract(&text);
    let json = serde_json::to_vec(&extraction).expect("an extraction serialises");
    let mut group = c.benchmark_group("json");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("write", |b| b.iter(|| serde_json::to_vec(black_box(&extraction)).map(|json| json.len())));
    group.bench_function("read", |b| b.iter(|| serde_json::from_slice::<Extraction>(black_box(&json))));
}

/// What a process pays before its first text: everything that [`Extractor::new`] builds once.
fn start_up(c: &mut Criterion) {
    c.bench_function("start-up", |b| b.iter(|| Extractor::builder().build()));
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).measurement_time(std::time::Duration::from_secs(2));
    targets = layers, articles, json, start_up
}
criterion_main!(benches);
