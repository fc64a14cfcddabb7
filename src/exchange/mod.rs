//! Bytes in and out, pure: a neutral report document and its printers.
