/**
 * Builds with `NODE_ENV` as it is for what is published, whatever the shell says, and puts that back: Vite compiles JSX for developers otherwise, with the
 * names of files in it, and whoever builds from the sources would get other bytes.
 */
export const asProduction = async <T>(build: () => Promise<T>): Promise<T> => {
  const { NODE_ENV: before } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    return await build();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
};
