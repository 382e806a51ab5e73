-- What is held or under embargo is no longer shown beside other articles: what is signed off of it is noted anew.
UPDATE edition SET signed = NULL WHERE hold IS NOT NULL OR marks LIKE '%"embargo"%';
