import { defineKind } from './define-kind';

/** The browser was asked for the permission to show notifications. */
export const permissionKind = defineKind({
  kind: 'permission',
  label: 'kindPermission',
  names: ['requestPermission'],
  recordedBy: 'page',
  detail: (s) =>
    s.fields({
      before: s.permission(),
      answer: s.optional(s.permission()),
      gesture: s.flag,
      error: s.optional(s.error),
    }),
  plain: { before: '', gesture: false },
});
