//! Lists of fields.

use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::Segment;
use crate::format::leaf::Leaf;

/// Runs a check on each readable element of a list, inside it.
pub(crate) fn each<'a, T>(
    list: &'a [Leaf<T>],
    field: &'static str,
    findings: &mut Findings,
    mut act: impl FnMut(&'a T, &mut Findings),
) {
    findings.within(field, |findings| {
        for (index, leaf) in list.iter().enumerate() {
            if let Leaf::Given(value) = leaf {
                findings.enter(Segment::Index(index));
                act(value, findings);
                findings.leave();
            }
        }
    });
}
