-- Lets family facts name the relative they named before, unless they name another one since.
UPDATE fact
   SET member_id = :toId,
       version = version + 1
 WHERE user_id = :userId
   AND member_id = :fromId
   AND id = ANY (:ids)
