/** The tag of the notification that Chromium shows by itself where a push has shown none (`user_visible_auto_notification`). */
export const noticeTag = 'user_visible_auto_notification';
