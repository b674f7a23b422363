/** Test runners that the package has a part for: each a file here, and a path of the package. */
export const runnerNames: readonly string[] = ['playwright', 'webdriverio', 'selenium'];
