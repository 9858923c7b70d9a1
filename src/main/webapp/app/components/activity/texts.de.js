/** German. */
export const texts = {
  'activity.title': 'Aktivität',
  'activity.new': 'Neu',
  'activity.all': 'Alles',
  'activity.mentions': 'Erwähnungen',
  'activity.replies': 'Antworten',
  'activity.reactions': 'Reaktionen',
  'activity.mention': '{name} hat dich in {room} erwähnt',
  'activity.reply': '{name} hat dir in {room} geantwortet',
  'activity.reaction': '{name} hat in {room} mit {emoji} reagiert',
  'activity.mentionPrivately': '{name} hat dich in einer Direktnachricht erwähnt',
  'activity.replyPrivately': '{name} hat dir in einer Direktnachricht geantwortet',
  'activity.reactionPrivately': '{name} hat in einer Direktnachricht mit {emoji} reagiert',
  'activity.none': 'Noch nichts. Wenn dich jemand erwähnt, dir antwortet oder auf deine Nachrichten reagiert, findest du es hier.',
  'activity.noText': 'Eine Nachricht ohne Text',
};
