/** What is to be thought of a part of web push, at a glance: as it should be, broken, in need of attention, not there or not tested yet, not readable. */
export const signIds = ['ok', 'fault', 'attention', 'not-yet', 'unread'] as const;
export type SignId = (typeof signIds)[number];
