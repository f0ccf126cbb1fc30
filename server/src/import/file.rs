//! A CSV file that is read in chunks.

use super::dialect::{header_end, separator, stated_separator};
use super::encoding::Text;
use super::error::ImportError;
use super::header_error::HeaderError;
use super::records::{Excess, MAX_LINE_BYTES, Records, Step};
use tokio::io::AsyncRead;

/// How the files of spreadsheet programs begin: Excel's of today, which is a ZIP archive, and its older one.
const WORKBOOKS: [&str; 2] = ["PK\u{3}\u{4}", "ÐÏ\u{11}à"];

/// A file, read past its header line.
pub(super) struct File<R> {
    text: Text<R>,
    buffer: Vec<u8>,
    used: usize,
    records: Records,
}

impl<R: AsyncRead + Unpin> File<R> {
    /// Reads the header line, and returns its fields.
    pub async fn open(reader: R) -> Result<(Self, Vec<String>), ImportError> {
        let mut text = Text::new(reader);
        let mut buffer = Vec::new();
        let end = loop {
            let more = text.read(&mut buffer).await.map_err(ImportError::Read)?;
            if WORKBOOKS
                .iter()
                .any(|beginning| buffer.starts_with(beginning.as_bytes()))
            {
                return Err(HeaderError::Workbook.into());
            }
            if let Some(end) = header_end(&buffer) {
                break end;
            }
            if buffer.len() > MAX_LINE_BYTES {
                return Err(HeaderError::TooLong.into());
            }
            if !more {
                break buffer.len();
            }
        };
        let stated = stated_separator(&buffer[..end]);
        let records = Records::new(stated.unwrap_or_else(|| separator(&buffer[..end])));
        let mut file = Self {
            text,
            buffer,
            used: 0,
            records,
        };
        // A line that only states the separator stands before the header line.
        if stated.is_some() {
            file.next().await?;
        }
        if !file.next().await? {
            return Err(HeaderError::Empty.into());
        }
        match file.records.excess() {
            Some(Excess::Bytes) => return Err(HeaderError::TooLong.into()),
            Some(Excess::Columns) => return Err(HeaderError::TooManyColumns.into()),
            None => {}
        }
        let fields = file
            .records
            .fields()
            .map(|field| std::str::from_utf8(field).map(str::to_owned))
            .collect::<Result<_, _>>()
            .map_err(|_| HeaderError::NotUtf8)?;
        Ok((file, fields))
    }

    /// Advances to the next record; `false` if there is none.
    pub async fn next(&mut self) -> Result<bool, ImportError> {
        loop {
            if self.used == self.buffer.len() {
                self.buffer.clear();
                self.used = 0;
                self.text
                    .read(&mut self.buffer)
                    .await
                    .map_err(ImportError::Read)?;
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
