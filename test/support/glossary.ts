/** Words that texts must not have in place of a term, and what to write. */
export interface Refused {
  /** What is looked for in a text, code taken out. */
  words: RegExp;
  write: string;
  /** Where the word is right, tried on the whole text. */
  unless?: RegExp;
  /** Short labels may have it: chips, columns, links of the chain. */
  isFineInLabels?: boolean;
}

/** A thing and what it is called in a language. */
export interface Term {
  concept: string;
  en: string;
  ru: string;
}

/** One word for one thing, in texts that a user reads. Data of a test: patterns are what JSON cannot hold. */
export const terms: readonly Term[] = [
  { concept: 'service worker', en: 'service worker', ru: 'сервис-воркер' },
  { concept: 'its file', en: 'service worker script', ru: 'скрипт сервис-воркера' },
  { concept: 'a message of the push service', en: 'push', ru: 'пуш' },
  { concept: 'the event', en: 'push event, push handler', ru: 'событие push, обработчик push' },
  { concept: 'the browser vendor’s server', en: 'push service', ru: 'push-сервис' },
  { concept: 'what a browser gives out', en: 'push subscription', ru: 'push-подписка' },
  { concept: 'the list of what happened', en: 'Timeline', ru: 'Журнал' },
  { concept: 'what came of a call', en: 'outcome', ru: 'итог' },
  { concept: 'what proves it', en: 'Evidence', ru: 'На чём основано' },
  { concept: 'not shown for a site', en: 'Mute, Unmute', ru: 'Скрыть, Вернуть' },
  { concept: 'the token in the browser', en: 'cached token', ru: 'токен в кэше' },
  { concept: 'the token at Altcraft', en: 'saved; save request', ru: 'отправлено; запрос save' },
  { concept: 'where pushes are sent to', en: 'endpoint', ru: 'endpoint' },
  { concept: 'scheme, host and port', en: 'site (origin)', ru: 'сайт (origin)' },
  { concept: 'scope', en: 'scope', ru: 'scope' },
  { concept: 'take a registration away', en: 'unregister', ru: 'снять регистрацию' },
  { concept: 'user activation', en: 'user gesture (click)', ru: 'действие пользователя (клик)' },
  { concept: 'how a push is shown', en: 'delivery mode', ru: 'режим доставки' },
  { concept: 'how it is sent from here', en: 'delivery method', ru: 'способ доставки' },
  { concept: 'a push by the debugger', en: 'simulated push', ru: 'имитация пуша' },
  { concept: 'done by the panel', en: 'made from the panel', ru: 'из панели' },
  { concept: 'checkup', en: 'Checkup', ru: 'Проверка интеграции' },
  { concept: 'a call that is kept', en: 'preset', ru: 'шаблон' },
  { concept: 'applicationServerKey', en: 'VAPID public key', ru: 'открытый ключ VAPID' },
];

/** What is to be written in place of words that nobody says. */
export const quaint = { en: 'plain words', ru: 'без калек' } as const;

/** What each language's texts must not have. */
export const refused: Readonly<Record<'en' | 'ru', readonly Refused[]>> = {
  en: [
    {
      words: /(?<!service )\bworkers?\b/i,
      write: 'service worker',
      // A second mention may be short.
      unless: /service worker.*\bworker/i,
      isFineInLabels: true,
    },
    { words: /worker’s (?:script|URL)/, write: 'service worker script, service worker URL' },
    { words: /\b(?:mend(?:s|ed|ing)?|anew|outright|amiss)\b/i, write: quaint.en },
    { words: /\bbecame of\b/, write: 'outcome' },
    { words: /as if all were well|come to rest|the way of a|\ball is well\b/i, write: quaint.en },
    {
      words: /\bin truth\b|\bhas come of it\b|\bis said in place\b|\bbut by what\b/i,
      write: quaint.en,
    },
    { words: /\b(?:somebody|nobody|whoever)\b/i, write: 'the user, another script, anyone' },
    {
      words: /\b(?:is|are) no(?:ne)?\b(?! longer)/,
      write: 'is not',
      unless: /there (?:is|are) no/i,
    },
    { words: /\blets? no\b/, write: 'does not let' },
    { words: /(?:^|[.;] )[Ee]lse\b/, write: 'Otherwise,' },
    { words: /saved token\b(?! )/i, write: 'cached token' },
    { words: /\bof (?:an)?other origins?\b/, write: 'on another site (origin)' },
    { words: /\bpush modes?\b/i, write: 'delivery mode' },
    { words: /\bsynthetic\b|\bmade from here\b/i, write: 'made from the panel, History' },
    { words: /\bsettled? of|\bmakes? a call\b|\bcall was not made\b/i, write: 'run' },
    { words: /\bshow again\b|\bno longer so\b/i, write: 'Unmute, Resolved' },
    { words: /application server key/i, write: 'VAPID public key', unless: /VAPID/ },
    { words: /\bconfigured (?:application server )?key\b/, write: 'key in the configuration' },
    { words: /\bthe timeline\b/, write: 'Timeline' },
    { words: /\borganisation|\brecognise/i, write: 'American spelling' },
  ],
  ru: [
    { words: /(?<![-\p{L}])воркер/iu, write: 'сервис-воркер', isFineInLabels: true },
    { words: /\b(?:service )?workers?\b/i, write: 'сервис-воркер' },
    {
      words: /\bpush\b(?!-)/i,
      write: 'пуш',
      // The event and what handles it are called as in code.
      unless: /(?:обработчик\p{L}*|событи\p{L}*|слушател\p{L}*) push/iu,
    },
    { words: /служб\p{L}* пуш|пуш-сервис/iu, write: 'push-сервис' },
    { words: /\bпуш\b(?= (?:есть|отправлен на))/iu, write: 'пуш' },
    // “Not at once” in place of “at once not”.
    { words: /сразу (?:\p{L}+ )?не (?=\p{L}+[ёеия]т)/iu, write: 'сразу потеряет, перестанет' },
    { words: /хронологи|шкал/iu, write: 'Журнал' },
    { words: /что стало|чем (?:он )?кончил/iu, write: 'итог' },
    { words: /доказательств/iu, write: 'На чём основано' },
    { words: /находк/iu, write: 'проблема' },
    { words: /сохранённ\p{L}* токен|последнее сохранение/iu, write: 'токен в кэше, запрос save' },
    { words: /адрес\p{L}* (?:подписки|FCM|Mozilla|Apple)/iu, write: 'endpoint' },
    { words: /источник(?!а$)/iu, write: 'сайт (origin)', unless: /любого источника/ },
    { words: /област(?:ь|и|ью)(?![\p{L}])/iu, write: 'scope' },
    { words: /щёлкн|щелч/iu, write: 'клик' },
    { words: /набор(?:ы|ов|а)?(?!\p{L})/iu, write: 'шаблон' },
    { words: /искусственн/iu, write: 'из панели' },
    { words: /режим\p{L}* (?:пуш|push)/iu, write: 'режим доставки' },
    {
      words: /ключ\p{L}* сервера приложений|application server key/iu,
      write: 'открытый ключ VAPID',
    },
    { words: /сопостав/iu, write: 'найти профиль (match)' },
    { words: /сделат?н?\p{L}* (?:вызов|отсюда)/iu, write: 'Выполнить, История' },
    { words: /вызов не сделан|вызов сделан/iu, write: 'Выполнить' },
    { words: /больше не так|показывать снова|путь пуша|сломано здесь/iu, write: quaint.ru },
    { words: /в виде \*\*|эти(?:ми|х) видами|первый вид|сохранить работающ/iu, write: quaint.ru },
    { words: /переносит повреждённ|пробн\p{L}* пуш/iu, write: quaint.ru },
    { words: /(?:^|[^«])https?:\/\//, write: 'без https://' },
    { words: /кеш/iu, write: 'кэш' },
    { words: /["“”]/, write: '«ёлочки»', unless: /(?:^|\s)"(?:фраза|storage)"/ },
  ],
};

/** What texts write as code: it is not said in either language's words. */
export const code: readonly RegExp[] = [
  /\$\w+\$/g,
  // Headers, directives, file names, addresses, members and calls.
  /\bService-Worker(?:-Allowed)?\b(?:: script)?/g,
  /\b(?:worker|child|script|default|connect)-src\b/g,
  /[\w-]*\b[\w-]+\.(?:js|json|html|md|com|internals)\b[\w./?=…-]*/g,
  /\b[\w.]+\.[\w.]+\(?\)?/g,
  /\b\w+\(\)/g,
  /\b(?:chrome|brave|about):[\w./-]*/g,
  /\/[\w./?=-]+/g,
  /\b(?:dom\.)?serviceWorker\w*/g,
  /\b[a-z]+[A-Z]\w*/g,
  /«[A-Z][^»]*»/g,
  /\bWeb Push certificates\b|\bPush API\b|\bkind:\S+/g,
];

/** Whether a text is a label: a chip, a column, a name of a place. */
export const isLabel = (text: string): boolean => text.length <= 26 && !/[.:!?]$/.test(text);

/** Names in quotes that are no button or place of the panel: of browsers, of Google's consoles, of fields and values. */
export const otherNames: Readonly<Record<'en' | 'ru', readonly string[]>> = {
  en: [
    ...['Site settings', 'Notifications', 'Send notifications', 'Local network access'],
    ...['CORS error', 'blocked', 'This site has been updated in the background'],
    ...['Connection State', 'Receive Message Log', 'Message Decryption Failure Log'],
    ...['Websites', 'Generate new private key', 'Firebase Cloud Messaging API'],
    ...['Firebase Cloud Messaging API Admin', 'PRIVATE KEY', 'open', 'from', 'link'],
  ],
  ru: [
    ...['Настройки сайтов', 'Уведомления', 'Отправлять уведомления', 'Доступ к локальной сети'],
    ...['CORS error', 'blocked', 'Этот сайт обновлён в фоновом режиме', 'Сеть', 'Отмена'],
    ...['Не беспокоить'],
    ...['Connection State', 'Receive Message Log', 'Message Decryption Failure Log'],
    ...['Websites', 'Generate new private key', 'Firebase Cloud Messaging API'],
    ...['Firebase Cloud Messaging API Admin', 'PRIVATE KEY', 'default'],
  ],
};

/** What a language puts names in. */
export const quoted = { en: /“([^”]+)”/g, ru: /«([^»]+)»/g } as const;
