//! Conformance of Claquette.
