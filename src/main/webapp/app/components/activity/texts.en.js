/** English. The other languages have the same keys. */
export const texts = {
  'activity.title': 'Activity',
  'activity.new': 'New',
  'activity.all': 'All',
  'activity.mentions': 'Mentions',
  'activity.replies': 'Replies',
  'activity.reactions': 'Reactions',
  'activity.mention': '{name} mentioned you in {room}',
  'activity.reply': '{name} replied to you in {room}',
  'activity.reaction': '{name} reacted with {emoji} in {room}',
  'activity.mentionPrivately': '{name} mentioned you in a direct message',
  'activity.replyPrivately': '{name} replied to you in a direct message',
  'activity.reactionPrivately': '{name} reacted with {emoji} in a direct message',
  'activity.none': 'Nothing here yet. When someone mentions you, replies to you or reacts to your messages, you find it here.',
  'activity.noText': 'A message without text',
};
