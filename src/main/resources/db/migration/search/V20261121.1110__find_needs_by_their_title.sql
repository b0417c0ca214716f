create index need_title_like on need using gin (folded(title) gin_trgm_ops);
