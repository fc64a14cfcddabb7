//! A key image from its file to pixels: bounded in bytes and pixels, a fault of a decoder contained.

use std::io::Cursor;

use image::{ImageReader, Limits};

use crate::storage::record_file::sha256;
use crate::storage::store::Store;
use crate::terminal::fault;
use crate::ui::msg::{Picture, Raster};

const MOST_BYTES: usize = 32 * 1024 * 1024;
const MOST_SIDE: u32 = 8192;
/// A terminal shows no more than this.
const SHOWN_SIDE: u32 = 512;

pub fn load(store: &Store, folder: &str, file: &str) -> Picture {
    let bytes = match store.read_attachment(folder, file, MOST_BYTES) {
        Ok(bytes) => bytes,
        Err(error) => return Picture { file: file.to_owned(), sha256: None, raster: Err(error.why) },
    };
    let raster = fault::contain(|| decode(&bytes))
        .unwrap_or_else(|place| Err(format!("the decoder failed on this file at {place}")));
    Picture { file: file.to_owned(), sha256: Some(sha256(&bytes)), raster }
}

fn decode(bytes: &[u8]) -> Result<Raster, String> {
    fault::provoke("decoder", &|| "decoder".to_owned());
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(256 * 1024 * 1024);
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|error| error.to_string())?;
    reader.limits(limits);
    let decoded = reader.decode().map_err(|error| error.to_string())?;
    let small = decoded.thumbnail(SHOWN_SIDE, SHOWN_SIDE).into_rgb8();
    Ok(Raster { width: small.width(), height: small.height(), rgb: small.into_raw() })
}

/// The picture as a new PNG of at most `SHOWN_SIDE` pixels a side; none when it cannot be read or decoded.
pub fn reencoded(store: &Store, folder: &str, file: &str) -> Option<Vec<u8>> {
    let raster = load(store, folder, file).raster.ok()?;
    let picture = image::RgbImage::from_raw(raster.width, raster.height, raster.rgb)?;
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).ok()?;
    Some(bytes.into_inner())
}
