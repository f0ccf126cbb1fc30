//! A CSV file that is read in chunks.

use super::error::ImportError;
use super::header::{Header, HeaderError, MAX_LINE_BYTES};
use super::layout::{BOM, header_end, is_utf16, separator};
use super::records::{Excess, Records, Step};
use tokio::io::{AsyncRead, AsyncReadExt};

/// The size of a chunk, in bytes, small enough that other requests run in between.
const PIECE: usize = 16 * 1024;

/// A file, read past its header line.
pub(super) struct File<R> {
    reader: R,
    buffer: Vec<u8>,
    used: usize,
    records: Records,
}

impl<R: AsyncRead + Unpin> File<R> {
    /// Reads the header line.
    pub async fn open(mut reader: R) -> Result<(Self, Header), ImportError> {
        let mut buffer = Vec::with_capacity(2 * PIECE);
        let end = loop {
            let more = read(&mut reader, &mut buffer).await?;
            if is_utf16(&buffer) {
                return Err(HeaderError::Utf16.into());
            }
            if let Some(end) = header_end(text_of(&buffer)) {
                break end;
            }
            if buffer.len() > MAX_LINE_BYTES {
                return Err(HeaderError::TooLong.into());
            }
            if !more {
                break text_of(&buffer).len();
            }
        };
        let text = text_of(&buffer);
        let records = Records::new(separator(&text[..end]));
        let used = buffer.len() - text.len();
        let mut file = Self {
            reader,
            buffer,
            used,
            records,
        };
        if !file.next().await? {
            return Err(HeaderError::Empty.into());
        }
        let header = match file.records.excess() {
            Some(Excess::Bytes) => Err(HeaderError::TooLong),
            Some(Excess::Columns) => Err(HeaderError::TooManyColumns),
            None => Header::read(file.records.fields()),
        }?;
        Ok((file, header))
    }

    /// Advances to the next record; `false` if there is none.
    pub async fn next(&mut self) -> Result<bool, ImportError> {
        loop {
            if self.used == self.buffer.len() {
                self.buffer.clear();
                self.used = 0;
                read(&mut self.reader, &mut self.buffer).await?;
            }
            // It is empty only at the end of the file, which the parser expects.
            let (step, used) = self.records.step(&self.buffer[self.used..]);
            self.used += used;
            match step {
                Step::More => {}
                Step::Record => return Ok(true),
                Step::End => return Ok(false),
            }
        }
    }

    /// The current record.
    pub fn record(&self) -> &Records {
        &self.records
    }
}

/// Reads a chunk and appends it; `false` if the file has ended.
async fn read(
    reader: &mut (impl AsyncRead + Unpin),
    buffer: &mut Vec<u8>,
) -> Result<bool, ImportError> {
    // A reader that always has data would never yield.
    tokio::task::yield_now().await;
    let start = buffer.len();
    let read = reader
        .take(PIECE as u64)
        .read_buf(buffer)
        .await
        .map_err(ImportError::Read)?;
    debug_assert_eq!(buffer.len(), start + read);
    Ok(read > 0)
}

/// The bytes after the byte order mark, if there is one.
fn text_of(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(BOM).unwrap_or(bytes)
}
