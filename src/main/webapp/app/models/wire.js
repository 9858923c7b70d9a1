/**
 * The parts of the server's JSON that the page reads. This file has only types, no code.
 *
 * @typedef {{username: string | null, displayName: string, avatarUrl: string | null}} Sender
 * @typedef {{action: string, target: string | null, value: any}} SystemNote
 * @typedef {{count: number, pictures: number, name: string}} Files the files of a message, with the name of the first
 * @typedef {{seq: number, username: string | null, excerpt: string, files?: Files}} Quote `files` only without a text
 * @typedef {{body: string, replyTo: Quote | null, attachments?: Attachment[], revision: number}} StoredDraft
 * @typedef {{id: string, name: string, type: string, size: number, width?: number, height?: number, url: string,
 *   thumbnailUrl?: string}} Attachment a file; with a thumbnail it is a picture. The addresses are relative to the page
 * @typedef {Attachment & {seq: number, by: string | null, createdAt: string}} PostedFile with the message that shows it
 * @typedef {{files: PostedFile[], next: string | null}} FilePage the newest first
 * @typedef {{emoji: string, count: number, usernames: string[]}} Reaction at most 50 usernames, the earliest first
 *
 * @typedef {object} Message
 * @property {string | null} room
 * @property {string} [with] the other user, in a private conversation
 * @property {number} seq
 * @property {string | null} clientId
 * @property {'text' | 'image' | 'file' | 'system'} kind
 * @property {Sender} sender
 * @property {string} body
 * @property {Attachment[]} [attachments]
 * @property {Quote | null} [replyTo]
 * @property {string[]} [mentions] usernames
 * @property {'all' | 'here' | null} [mentionsAll] whether it mentions everybody, or everybody who was online
 * @property {Reaction[]} [reactions] in the order in which the emoji came first
 * @property {string} createdAt
 * @property {string | null} [editedAt]
 * @property {boolean} [pinned]
 * @property {number} [replyCount] how many undeleted messages replied to it when the server sent it
 * @property {boolean} deleted
 * @property {SystemNote} [system]
 *
 * @typedef {'owner' | 'moderator' | 'member'} Role
 *
 * @typedef {object} Membership
 * @property {Role} role
 * @property {number} readSeq
 * @property {number} deliveredSeq
 * @property {number | null} unreadFrom
 * @property {number} unread
 * @property {number} mentions
 * @property {boolean} muted
 * @property {string | null} mutedUntil
 * @property {boolean} favourite
 * @property {string} notify
 *
 * @typedef {object} Room
 * @property {string} id null for a private conversation without messages
 * @property {string} name null for a private conversation, and for a room without a name
 * @property {string} topic
 * @property {string | null} [emoji] by which people find the room
 * @property {'public' | 'private' | 'direct'} kind
 * @property {boolean} hasPassword
 * @property {string | null} owner
 * @property {boolean} archived
 * @property {number} slowModeSeconds
 * @property {string} createdAt
 * @property {number} head
 * @property {number} memberCount
 * @property {number} onlineCount
 * @property {Message | null} lastMessage
 * @property {User} [peer] the other user, in a private conversation
 * @property {User[]} [people] the members of a room without a name, also the user
 * @property {Membership | null} membership
 *
 * @typedef {object} User
 * @property {string} username null if the account is deleted
 * @property {string} displayName empty if the account is deleted
 * @property {string} bio
 * @property {string | null} avatarUrl
 * @property {'user' | 'admin'} role
 * @property {'online' | 'away' | 'offline'} presence
 * @property {string | null} lastSeenAt
 * @property {string} createdAt
 *
 * @typedef {User & {disabled: boolean}} Account
 * @typedef {{users: Account[], next: string | null}} AccountPage
 * @typedef {{rooms: Room[], next: string | null}} RoomPage
 * @typedef {{action: string, by: string | null, target: string | null, createdAt: string}} AdminAuditEntry
 * @typedef {{entries: AdminAuditEntry[], next: string | null}} AdminAuditPage
 * @typedef {{accounts: number, disabled: number, admins: number, online: number, sockets: number, rooms: number,
 *   conversations: number, messages: number, waiting: number, search: SearchIndex, startedAt: string, uptimeSeconds: number, version: string,
 *   database: string, java: string, processors: number, heapUsed: number, heapMost: number, diskFree: number}} Figures
 * @typedef {{message: Message, highlight: string, ranges: [number, number][]}} Hit
 * @typedef {{state: 'starting' | 'indexing' | 'ready' | 'unavailable', progress: number}} SearchIndex
 * @typedef {{hits: Hit[], next: string | null, index: SearchIndex}} SearchPage
 * @typedef {{username: string, reason: string | null, until: string | null, by: string, createdAt: string}} Sanction
 * @typedef {{action: string, by: string | null, target: string | null, reason: string | null, until: string | null,
 *   seq: number | null, createdAt: string}} AuditEntry
 * @typedef {{entries: AuditEntry[], next: string | null}} AuditPage
 * @typedef {{code: string, url: string, expiresAt: string | null, usesLeft: number | null, by: string | null, createdAt: string}} Invite
 * @typedef {{invites: Invite[], next: string | null}} InvitePage
 * @typedef {'open' | 'resolved' | 'dismissed'} ReportState
 * @typedef {{id: string, message: Message, by: string | null, reason: string, state: ReportState, createdAt: string,
 *   settledBy?: string, settledAt?: string, room?: string, between?: (string | null)[]}} Report
 * @typedef {{reports: Report[], next: string | null, open: number}} ReportPage
 * @typedef {{deliveredSeq: number, readSeq: number}} Marks
 * @typedef {{user: User, role: Role, online: boolean, joinedAt: string, deliveredSeq: number, readSeq: number}} Member
 * @typedef {{members: Member[], next: string | null}} MemberPage
 * @typedef {{pins: Message[], next: string | null}} PinPage the newest pin first
 * @typedef {'mention' | 'reply' | 'reaction'} ActivityKind
 * @typedef {{kind: ActivityKind, room?: string, with?: string, seq: number, by: string, emoji?: string, excerpt: string,
 *   files?: Files, createdAt: string}} ActivityItem what another person did; the message mentions the user, answers them, or is their own
 * @typedef {{items: ActivityItem[], next: string | null}} ActivityPage the newest first
 * @typedef {{messages: Message[], head: number, hasBefore: boolean, hasAfter: boolean}} Page
 * @typedef {{messages: Message[], hasAfter: boolean}} ReplyPage
 * @typedef {{id: string, current: boolean, createdAt: string, lastSeenAt: string, userAgent: string, address: string}}
 *   SessionInfo
 * @typedef {{type: string, ref?: string | null, room?: string, with?: string, to?: any, seq?: number, [field: string]: any}} Frame
 */
export {};
