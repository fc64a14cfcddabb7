//! A rich invented case for the tests of this layer.
