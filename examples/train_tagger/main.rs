//! Learns the tagger's table from a treebank and WordNet. See README.md beside this file.

mod corpus;
#[path = "../../src/tag/feature.rs"]
#[allow(dead_code, missing_docs)]
mod feature;
#[path = "../../src/inflect.rs"]
#[allow(dead_code)]
mod inflect;
mod learn;
mod random;
mod silver;
mod table;
mod wordnet;

use std::path::PathBuf;

use anyhow::Result;
use clap::Parser;

/// Learns the tagger's table.
#[derive(Parser)]
struct Arguments {
    /// The treebank to learn from: .conllu, or .jsonl with text, words and parts of speech.
    #[arg(long)]
    treebank: PathBuf,
    /// The folder of WordNet's database files.
    #[arg(long)]
    wordnet: PathBuf,
    /// Where the table goes.
    #[arg(long)]
    output: Option<PathBuf>,
    /// Treebanks to measure on.
    #[arg(long)]
    measure: Vec<PathBuf>,
    /// Documents whose name starts so are read twice.
    #[arg(long, default_values_t = ["weblog".to_owned(), "newsgroup".to_owned()])]
    favour: Vec<String>,
    /// How many models are averaged.
    #[arg(long, default_value_t = 4)]
    seeds: u64,
    /// How often each reads the treebank.
    #[arg(long, default_value_t = 6)]
    epochs: usize,
    /// How many words have a context number of their own.
    #[arg(long, default_value_t = 600)]
    frequent: usize,
    /// Sentences with expected inner tags to try, such as news.txt here.
    #[arg(long)]
    sentences: Option<PathBuf>,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let started = std::time::Instant::now();
    let net = wordnet::WordNet::read(&arguments.wordnet)?;
    let training = corpus::read(&arguments.treebank, &arguments.favour)?;
    let (past, accuracy) = silver::PastModel::learn(&training, &net);
    eprintln!("past or participle, on held-out irregular verbs: {:.1}%", 100.0 * accuracy);
    let labels = silver::label(&training, &net, &past);
    let vocabulary = learn::Vocabulary::build(&training, &labels, &net);
    let items = learn::items(&training, &labels, &vocabulary);
    eprintln!("{} sentences, {} keys, {:?}", training.len(), vocabulary.keys.len(), started.elapsed());
    let blank = vec![learn::Role::default(); vocabulary.keys.len()];
    let options = learn::Options { seed: 1, epochs: 3, context: false };
    let plain = learn::train(&items, &vocabulary, &blank, &options);
    let roles = learn::roles(&plain, &vocabulary, arguments.frequent);
    let models: Vec<learn::Weights> = std::thread::scope(|scope| {
        let mut out = Vec::new();
        for pair in (0..arguments.seeds).collect::<Vec<_>>().chunks(2) {
            let threads: Vec<_> = pair
                .iter()
                .map(|&seed| {
                    let (items, vocabulary, roles) = (&items, &vocabulary, &roles);
                    let options = learn::Options { seed: seed + 11, epochs: arguments.epochs, context: true };
                    scope.spawn(move || learn::train(items, vocabulary, roles, &options))
                })
                .collect();
            out.extend(threads.into_iter().filter_map(|t| t.join().ok()));
        }
        out
    });
    let mut weights = models[0].clone();
    for model in &models[1..] {
        weights.values.iter_mut().zip(&model.values).for_each(|(sum, w)| *sum += w);
    }
    eprintln!("trained, {:?}", started.elapsed());
    let mut table = table::Table::build(&weights, &vocabulary, &roles);
    table.drop_losers(&items, &roles, &vocabulary);
    for path in &arguments.measure {
        let sentences = corpus::read(path, &[])?;
        let labels = silver::label(&sentences, &net, &past);
        let items = learn::items(&sentences, &labels, &vocabulary);
        let full = table::measure(&items, &roles, |item, view| table::decide_full(&weights, &vocabulary, item, view));
        let small = table::measure(&items, &roles, |item, view| table.decide(item, view));
        println!("{}: full {full}; table {small}", path.file_name().and_then(|n| n.to_str()).unwrap_or(""));
    }
    if let Some(path) = &arguments.sentences {
        table::try_sentences(&std::fs::read_to_string(path)?, &table, &vocabulary, &roles);
    }
    if let Some(path) = &arguments.output {
        let bytes = table.write(&vocabulary);
        println!("{} bytes", bytes.len());
        std::fs::write(path, bytes)?;
    }
    Ok(())
}
