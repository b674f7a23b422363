// The page formats stacks itself.

Error.prepareStackTrace = (error, frames) => {
  page.touch('prepareStackTrace');
  return { error, frames };
};
