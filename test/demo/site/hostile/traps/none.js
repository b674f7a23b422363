// A page that means no harm.
