//! A key image from its file to pixels: bounded in bytes and pixels, a fault of a decoder contained.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

use crate::domain::case::LARGEST_IMAGE;
use crate::storage::record_file::sha256;
use crate::storage::store::Store;
use crate::terminal::fault;
use crate::ui::msg::{Picture, Raster};

const MOST_SIDE: u32 = 16_384;
const MOST_PIXELS: u64 = 64_000_000;
/// A terminal shows no more than this.
const SHOWN_SIDE: u32 = 512;

pub fn load(store: &Store, folder: &str, file: &str) -> Picture {
    let picture =
        |sha256, raster| Picture { folder: folder.to_owned(), file: file.to_owned(), sha256, raster };
    let bytes = match store.read_attachment(folder, file, LARGEST_IMAGE) {
        Ok(bytes) => bytes,
        Err(error) => return picture(None, Err(error.why)),
    };
    let raster = fault::contain(|| decode(&bytes))
        .unwrap_or_else(|place| Err(format!("the decoder failed on this file at {place}")));
    picture(Some(sha256(&bytes)), raster)
}

fn decode(bytes: &[u8]) -> Result<Raster, String> {
    fault::provoke("decoder", &|| "decoder".to_owned());
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|error| error.to_string())?;
    reader.limits(limits());
    let mut decoder = reader.into_decoder().map_err(|error| error.to_string())?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(format!("{width} × {height} pixels are too many"));
    }
    let mut limits = limits();
    limits.reserve(decoder.total_bytes()).map_err(|error| error.to_string())?;
    decoder.set_limits(limits).map_err(|error| error.to_string())?;
    let decoded = DynamicImage::from_decoder(decoder).map_err(|error| error.to_string())?;
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
    let raster = load(store, folder, file).raster.ok()?;
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
        assert!(decode(&claims(8_001, 8_000)).unwrap_err().contains("too many"));
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
