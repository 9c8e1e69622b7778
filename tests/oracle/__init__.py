"""An independent second computation of footprints, in exact fractions."""
