-- Which stems does a question have, without its stop words?
SELECT tsvector_to_array(to_tsvector('note', :text)) AS lexemes
