//! A file as UTF-8 text, whatever its encoding, decoded while it arrives.
//!
//! A byte order mark says what it is. Without one it is UTF-16 where every other byte of its beginning is zero. Else it is
//! ASCII until the first other byte, which decides: if UTF-8 can begin like that it is UTF-8, else Windows-1252, the
//! encoding in which Excel writes “CSV”. Bytes that are wrong in UTF-8 are left as they are, and their row is rejected.

use encoding_rs::{Decoder, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io;
use tokio::io::{AsyncRead, AsyncReadExt};

/// The size of a chunk, in bytes, small enough that other requests run in between.
const CHUNK: usize = 16 * 1024;
/// How much of a file is looked at for its encoding, in bytes.
const HEAD: usize = 64;
/// Fewer bytes do not show a pattern.
const MIN_PATTERN: usize = 4;

/// A reader of UTF-8.
pub(super) struct Text<R> {
    reader: R,
    raw: Vec<u8>,
    decoding: Decoding,
}

enum Decoding {
    /// Not enough was read yet.
    Unknown,
    /// ASCII so far.
    Ascii,
    Utf8,
    By(Decoder),
}

impl<R: AsyncRead + Unpin> Text<R> {
    /// Nothing is read yet.
    pub fn new(reader: R) -> Self {
        Self {
            reader,
            raw: Vec::with_capacity(CHUNK),
            decoding: Decoding::Unknown,
        }
    }

    /// Reads on until there is more text, and appends it; `false` if the file has ended.
    pub async fn read(&mut self, text: &mut Vec<u8>) -> io::Result<bool> {
        let start = text.len();
        while text.len() == start {
            // A reader that always has data would never yield.
            tokio::task::yield_now().await;
            let mut chunk = (&mut self.reader).take(CHUNK as u64);
            if chunk.read_buf(&mut self.raw).await? == 0 {
                self.decoding.decode(&mut self.raw, true, text);
                // Whoever asks again is told again; a decoder that has finished must not be used.
                self.decoding = Decoding::Utf8;
                return Ok(text.len() > start);
            }
            self.decoding.decode(&mut self.raw, false, text);
        }
        Ok(true)
    }
}

impl Decoding {
    /// Appends the text of what was read, and leaves what needs the bytes after it.
    fn decode(&mut self, raw: &mut Vec<u8>, last: bool, text: &mut Vec<u8>) {
        if matches!(self, Self::Unknown) {
            if raw.len() < HEAD && !last {
                return;
            }
            *self = Self::detect(raw);
        }
        if matches!(self, Self::Ascii) {
            let ascii = raw.iter().take_while(|byte| byte.is_ascii()).count();
            text.extend(raw.drain(..ascii));
            match begins_as_utf8(raw) {
                _ if raw.is_empty() => return,
                None if !last => return,
                Some(true) => *self = Self::Utf8,
                _ => *self = Self::By(WINDOWS_1252.new_decoder_without_bom_handling()),
            }
        }
        match self {
            Self::By(decoder) => {
                append(decoder, raw, last, text);
                raw.clear();
            }
            _ => text.append(raw),
        }
    }

    /// By the mark, which is removed, or by the pattern of zeros.
    fn detect(raw: &mut Vec<u8>) -> Self {
        let utf16 = |encoding: &'static encoding_rs::Encoding| {
            Self::By(encoding.new_decoder_without_bom_handling())
        };
        for (mark, decoding) in [
            (b"\xef\xbb\xbf".as_slice(), Self::Utf8),
            (b"\xff\xfe".as_slice(), utf16(UTF_16LE)),
            (b"\xfe\xff".as_slice(), utf16(UTF_16BE)),
        ] {
            if raw.starts_with(mark) {
                raw.drain(..mark.len());
                return decoding;
            }
        }
        let head = &raw[..raw.len().min(HEAD)];
        let (pairs, _) = head.as_chunks::<2>();
        if head.len() >= MIN_PATTERN && pairs.iter().all(|[low, high]| *low > 0 && *high == 0) {
            utf16(UTF_16LE)
        } else if head.len() >= MIN_PATTERN
            && pairs.iter().all(|[high, low]| *low > 0 && *high == 0)
        {
            utf16(UTF_16BE)
        } else {
            Self::Ascii
        }
    }
}

/// Whether UTF-8 can begin like that; `None` if that depends on what follows.
fn begins_as_utf8(bytes: &[u8]) -> Option<bool> {
    match std::str::from_utf8(&bytes[..bytes.len().min(4)]) {
        Ok(_) => Some(true),
        Err(error) if error.valid_up_to() > 0 => Some(true),
        Err(error) => error.error_len().map(|_| false),
    }
}

fn append(decoder: &mut Decoder, raw: &[u8], last: bool, text: &mut Vec<u8>) {
    let start = text.len();
    // Two bytes are at most three in UTF-8; it is `None` only where that overflows, and chunks are short.
    let room = decoder.max_utf8_buffer_length(raw.len()).unwrap_or(0);
    text.resize(start + room, 0);
    let (_, _, written, _) = decoder.decode_to_utf8(raw, &mut text[start..], last);
    text.truncate(start + written);
}

#[cfg(test)]
mod tests {
    use super::Text;

    /// Reads a file in chunks of a size.
    fn read(file: &[u8], size: usize) -> String {
        let chunks = file.chunks(size).map(Ok::<_, std::io::Error>);
        let reader = tokio_util::io::StreamReader::new(futures::stream::iter(chunks));
        let mut text = Vec::new();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        runtime.block_on(async {
            let mut file = Text::new(reader);
            while file.read(&mut text).await.unwrap() {}
        });
        String::from_utf8(text).unwrap()
    }

    fn utf16(text: &str, mark: &[u8], bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        [
            mark,
            &text.encode_utf16().flat_map(bytes).collect::<Vec<_>>(),
        ]
        .concat()
    }

    #[test]
    fn every_encoding_gives_the_same_text_wherever_chunks_end() {
        let text = "firstName,lastName,cell\r\nJosé,Núñez,1\r\nRenée,O’Neil – “x”,2\r\n";
        let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        for file in [
            text.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            windows.into_owned(),
            utf16(text, b"\xff\xfe", u16::to_le_bytes),
            utf16(text, b"\xfe\xff", u16::to_be_bytes),
            utf16(text, b"", u16::to_le_bytes),
            utf16(text, b"", u16::to_be_bytes),
        ] {
            for size in [1, 2, 3, 7, 64, 10_000] {
                assert_eq!(read(&file, size), text, "{size} {file:?}");
            }
        }
        let beyond = "firstName,lastName,cell,neighbourhood\r\n😀,ж,1,x\r\n";
        for file in [
            beyond.as_bytes().to_vec(),
            utf16(beyond, b"", u16::to_le_bytes),
        ] {
            assert_eq!(read(&file, 3), beyond);
        }
    }

    #[test]
    fn short_files_and_single_zeros_are_what_they_were() {
        for text in ["", "a", "a\0", "cell\0x", "é", "a,b\n\0"] {
            assert_eq!(read(text.as_bytes(), 1), text, "{text:?}");
        }
        assert_eq!(read(b"caf\xe9", 1), "café");
        assert_eq!(read(b"\xff\xfe", 1), "");
    }
}
