/** Part of a stack that says: the panel made this call. */
export const jobMarker = 'akpushInspectorJob';
