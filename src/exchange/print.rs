//! Printing a report in one of its formats.

use crate::domain::value::vocabulary;
use crate::exchange::html::html;
use crate::exchange::json::json;
use crate::exchange::markdown::markdown;
use crate::exchange::report::{Images, Report};

vocabulary! { Format, "format" { Markdown = "md", Html = "html", Json = "json" } }

pub fn print(report: &Report, format: Format, images: &Images) -> String {
    match format {
        Format::Markdown => markdown(report),
        Format::Html => html(report, images),
        Format::Json => json(report),
    }
}
