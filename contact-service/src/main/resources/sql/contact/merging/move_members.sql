-- Makes family facts name one contact instead of another as the relative. Which facts moved?
UPDATE fact
   SET member_id = :toId,
       version = version + 1
 WHERE user_id = :userId
   AND member_id = :fromId
RETURNING id
