"""The page of evidence on projections, docs/evidence/projection.md, and what stands on it."""
