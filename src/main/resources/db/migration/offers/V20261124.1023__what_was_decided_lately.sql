-- Today: what one's own people decided since yesterday, and after which decision of these weeks nobody said how it goes on.
create index decision_noted on decision (noted_at);
