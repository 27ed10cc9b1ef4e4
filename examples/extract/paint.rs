//! Terminal colours, or none.

#[derive(Clone, Copy)]
pub enum Paint {
    Colours,
    Plain,
}

#[derive(Clone, Copy)]
pub enum Colour {
    Red = 31,
    Green = 32,
    Yellow = 33,
    Blue = 34,
    Magenta = 35,
}

impl Paint {
    pub fn colour(self, colour: Colour, text: &str) -> String {
        self.code(colour as u8, text)
    }

    pub fn bold(self, text: &str) -> String {
        self.code(1, text)
    }

    pub fn dim(self, text: &str) -> String {
        self.code(2, text)
    }

    pub fn underline(self, text: &str) -> String {
        self.code(4, text)
    }

    fn code(self, code: u8, text: &str) -> String {
        match self {
            Self::Colours => format!("\x1b[{code}m{text}\x1b[0m"),
            Self::Plain => text.to_owned(),
        }
    }
}
