//! A key image from its file to pixels: bounded in bytes and pixels, a fault of a decoder contained.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

use crate::domain::case::{LARGEST_IMAGE, MOST_PIXELS, MOST_SIDE};
use crate::domain::text::Shown;
use crate::i18n::Words;
use crate::storage::record_file::sha256;
use crate::storage::store::Store;
use crate::terminal::failing::failed;
use crate::terminal::fault;
use crate::ui::msg::{Picture, Raster};

/// A terminal shows no more than this.
const SHOWN_SIDE: u32 = 512;

/// Why there are no pixels.
#[derive(Debug)]
enum Unshown {
    TooManyPixels(u32, u32),
    /// What the decoder says.
    Unreadable(String),
    /// The place of a fault in it.
    Fault(String),
}

impl Unshown {
    fn words(self, words: &Words) -> String {
        match self {
            Unshown::TooManyPixels(width, height) => {
                let args = [("width", i64::from(width).into()), ("height", i64::from(height).into())];
                words.with("image-too-many-pixels", &args)
            }
            Unshown::Unreadable(why) => {
                let why = Shown::line(&why).into_string();
                words.with("image-unreadable", &[("why", why.into())])
            }
            Unshown::Fault(place) => words.with("image-decoder-fault", &[("place", place.into())]),
        }
    }
}

impl<E: std::error::Error> From<E> for Unshown {
    fn from(error: E) -> Self {
        Unshown::Unreadable(error.to_string())
    }
}

pub fn load(store: &Store, words: &Words, folder: &str, file: &str) -> Picture {
    let picture =
        |sha256, raster| Picture { folder: folder.to_owned(), file: file.to_owned(), sha256, raster };
    match store.read_attachment(folder, file, LARGEST_IMAGE) {
        Ok(bytes) => picture(Some(sha256(&bytes)), contained(&bytes).map_err(|why| why.words(words))),
        Err(error) => picture(None, Err(failed(&error, &error.path).why(words))),
    }
}

fn contained(bytes: &[u8]) -> Result<Raster, Unshown> {
    fault::contain(|| decode(bytes)).unwrap_or_else(|place| Err(Unshown::Fault(place)))
}

fn decode(bytes: &[u8]) -> Result<Raster, Unshown> {
    fault::provoke("decoder", &|| "decoder".to_owned());
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    reader.limits(limits());
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Unshown::TooManyPixels(width, height));
    }
    let mut limits = limits();
    limits.reserve(decoder.total_bytes())?;
    decoder.set_limits(limits)?;
    let decoded = DynamicImage::from_decoder(decoder)?;
    let small = decoded.thumbnail(SHOWN_SIDE, SHOWN_SIDE).into_rgb8();
    Ok(Raster { width: small.width(), height: small.height(), rgb: small.into_raw() })
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(256 * 1024 * 1024);
    limits
}

/// The picture as a new PNG of at most `SHOWN_SIDE` pixels a side; none when it cannot be read or decoded.
pub fn reencoded(store: &Store, folder: &str, file: &str) -> Option<Vec<u8>> {
    let raster = contained(&store.read_attachment(folder, file, LARGEST_IMAGE).ok()?).ok()?;
    let picture = image::RgbImage::from_raw(raster.width, raster.height, raster.rgb)?;
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).ok()?;
    Some(bytes.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let picture = image::GrayImage::from_pixel(width, height, image::Luma([255]));
        picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    /// One pixel whose header claims to be more, with the check sum that goes with it.
    fn claims(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = png(1, 1);
        bytes[16..20].copy_from_slice(&width.to_be_bytes());
        bytes[20..24].copy_from_slice(&height.to_be_bytes());
        let sum = bytes[12..29].iter().fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1)))
        });
        bytes[29..33].copy_from_slice(&(!sum).to_be_bytes());
        bytes
    }

    #[test]
    fn a_picture_is_made_small_and_one_that_claims_too_many_pixels_is_not_decoded() {
        let raster = decode(&png(600, 300)).unwrap();
        assert_eq!((raster.width, raster.height, raster.rgb.len()), (512, 256, 512 * 256 * 3));
        assert!(decode(&claims(1, 1)).is_ok());
        assert!(matches!(decode(&claims(8_001, 8_000)), Err(Unshown::TooManyPixels(8_001, 8_000))));
        for (width, height) in [(16_385, 1), (u32::MAX >> 1, u32::MAX >> 1), (0, 0), (8_000, 8_000)] {
            assert!(decode(&claims(width, height)).is_err(), "{width} {height}");
        }
    }

    #[test]
    fn what_only_claims_to_be_a_picture_is_refused() {
        let whole = png(9, 9);
        for bytes in [&whole[..20], b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"%PDF-1.7", b""] {
            assert!(decode(bytes).is_err());
        }
    }
}
