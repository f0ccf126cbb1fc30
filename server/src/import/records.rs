//! The incremental parser of records, with their line numbers.

use super::dialect::is_break;
use csv_core::ReadRecordResult;

/// The maximum length of the header line and of a row, in bytes.
pub(super) const MAX_LINE_BYTES: usize = 64 * 1024;
/// The maximum number of columns of a file.
pub(super) const MAX_COLUMNS: usize = 250;

/// The result of parsing a chunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The chunk is used up, and the next one is needed; an empty one ends the file.
    More,
    /// A record is complete.
    Record,
    /// There are no more records.
    End,
}

/// The limit that a record exceeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Excess {
    /// More than [`MAX_LINE_BYTES`] bytes.
    Bytes,
    /// More than [`MAX_COLUMNS`] fields.
    Columns,
}

/// The CSV parser with its current record. Its memory is limited by the longest record.
pub(super) struct Records {
    reader: csv_core::Reader,
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// The filled parts of the two buffers above.
    filled: (usize, usize),
    inside: bool,
    excess: Option<Excess>,
    first_line: u64,
    here: u64,
    last_byte: u8,
}

impl Records {
    /// A parser at the start of a file.
    pub fn new(separator: u8) -> Self {
        Self {
            reader: csv_core::ReaderBuilder::new().delimiter(separator).build(),
            bytes: vec![0; 1024],
            ends: vec![0; 32],
            filled: (0, 0),
            inside: false,
            excess: None,
            first_line: 1,
            here: 1,
            last_byte: 0,
        }
    }

    /// Parses a chunk, of which an empty one ends the file. Returns how many bytes it used.
    pub fn step(&mut self, input: &[u8]) -> (Step, usize) {
        if !self.inside {
            let skipped = input.iter().take_while(|byte| is_break(**byte)).count();
            self.count_lines(&input[..skipped]);
            if skipped > 0 {
                return (Step::More, skipped);
            }
            self.inside = !input.is_empty();
            (self.filled, self.excess, self.first_line) = ((0, 0), None, self.here);
        }
        let (bytes, ends) = self.filled;
        let (result, read, written, ended) =
            self.reader
                .read_record(input, &mut self.bytes[bytes..], &mut self.ends[ends..]);
        self.count_lines(&input[..read]);
        self.filled = (bytes + written, ends + ended);
        let step = match result {
            ReadRecordResult::InputEmpty => Step::More,
            ReadRecordResult::OutputFull => self.more_bytes(),
            ReadRecordResult::OutputEndsFull => self.more_ends(),
            ReadRecordResult::Record => {
                self.inside = false;
                Step::Record
            }
            ReadRecordResult::End => Step::End,
        };
        (step, read)
    }

    /// The fields of the complete record; none if it exceeds a limit.
    pub fn fields(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        let ends = if self.excess.is_some() {
            &[]
        } else {
            &self.ends[..self.filled.1]
        };
        (0..ends.len()).map(move |at| {
            let start = if at == 0 { 0 } else { ends[at - 1] };
            &self.bytes[start..ends[at]]
        })
    }

    /// The limit that the complete record exceeds, if there is one.
    pub fn excess(&self) -> Option<Excess> {
        self.excess
    }

    /// The line on which the complete record begins, counted from 1.
    pub fn line(&self) -> u64 {
        self.first_line
    }

    /// The number of lines of the complete record.
    pub fn lines(&self) -> u64 {
        self.here - self.first_line + u64::from(!is_break(self.last_byte))
    }

    fn more_bytes(&mut self) -> Step {
        if self.bytes.len() < MAX_LINE_BYTES {
            self.bytes.resize(self.bytes.len() * 2, 0);
        } else {
            // The rest of the record is skipped.
            (self.excess, self.filled.0) = (Some(Excess::Bytes), 0);
        }
        Step::More
    }

    fn more_ends(&mut self) -> Step {
        if self.ends.len() < MAX_COLUMNS {
            self.ends.resize((self.ends.len() * 2).min(MAX_COLUMNS), 0);
        } else {
            self.excess = self.excess.or(Some(Excess::Columns));
            self.filled.1 = 0;
        }
        Step::More
    }

    fn count_lines(&mut self, bytes: &[u8]) {
        for byte in bytes {
            // "\r\n" is one break.
            self.here += u64::from(*byte == b'\r' || (*byte == b'\n' && self.last_byte != b'\r'));
            self.last_byte = *byte;
        }
    }
}
