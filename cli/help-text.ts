/** What `--help` says. */
export const helpText = `Checks web push by Altcraft's AKPush SDK on pages, in a browser that nobody sees.

  akpush-inspector check <url…> [options]
  akpush-inspector expect --from SESSION [--out FILE]
  akpush-inspector serve [--port N] [--at-once N] [--idle SECONDS] [--push-service double]

Pages and settings
  --from FILE             more addresses, one a line; lines that begin with # are left out; - is the standard input
  --sitemap URL           more addresses: those that this sitemap names
  --config FILE           settings; without it akpush.config.json in this folder. Options come before it
  --at-once N             so many pages at the same time, each in a browser of its own (1)
  --progress              lines on the error output as each page begins and ends; a terminal has them anyway
  --timeout SECONDS       of one page, from when its browser is there (60)

What is done
  --scenario load         opens the page (the default)
  --scenario subscribe    opens it, and calls the SDK's initSubscription as after a click
  --click SELECTOR        … or clicks this element, which is to subscribe
  --scenario checkup      goes through the life of a subscription, as the panel's checkup does
  --scenario push         subscribes, if the page has not, delivers a push, and judges what is shown
  --push JSON|FILE        … this message, not the one that the panel's Push view begins with
  --click-notification    … and clicks the notification that it shows; in Chromium alone
  --permission STATE      what the visitor has answered about notifications: default, granted or
                          denied (with load: default; else: granted)

What is not for everybody
  --user NAME:PASSWORD    for servers that ask for them; or in an address, as https://name:password@shop.example/
  --before FILE           a script (ES module) that is run in each browser first, as to log in
  --cookie NAME=VALUE     a cookie of each page's site; can be given more than once
  --header 'Name: value'  a header of each request to the page's own site, and to no other; can be given more than once

Browser
  --browser NAME          chromium (the default) or firefox; CHROMIUM_PATH and FIREFOX_PATH name the file
  --viewport WxH          the size of what pages are shown in, as 390x844
  --device phone          shows pages as on a phone: its name, screen and touch
  --language TAG          the visitor's language, as ru-RU
  --push-service double   brings a push service of its own, on this machine alone: browsers that reach none can subscribe
  --connect ADDRESS       one that runs already: ws://127.0.0.1:9222 of Firefox, http://127.0.0.1:9222 or the
                          ws:// address of Chrome. It is left as it was
  --in-profile            … with its own profile, not one that is made for the page: Chromium has push there alone
  --grid URL              browsers of a Selenium Grid: its hub, as http://hub:4444
  --capability NAME=VALUE what these must be, as platformName=linux; VALUE may be JSON; can be given more than once
  --browser-arg ARG       one more argument for the browser; can be given more than once
  --browser-pref NAME=VALUE   a preference of Firefox; can be given more than once

Reports
  --json FILE             for programs
  --junit FILE            for CI servers: each rule is a test
  --markdown FILE         for people
  --html FILE             one web page with the panel's views of all pages, to be attached to a ticket
  --annotations           lines for GitHub Actions: each finding is a note on the run
  --save-session FILE|DIR what was recorded, for the panel: a file, or a folder for several pages
  --fail-on LEVEL         error (the default), warning, hint or never
  --expect FILE           what the site must do: each expectation that fails makes the code 1. The command expect
                          makes this file of a session file of a good session
  --baseline FILE         known findings: they are reported, and do not make the code 1
  --write-baseline FILE   writes that file: what is found now is known from then on

  --help, or --version

Exit codes: 0 nothing was found at that level; 1 something was; 2 wrong usage; 3 a page could not be checked.
`;
