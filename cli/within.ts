/** What a promise gives, or rejects after so many milliseconds with a sentence. */
export const within = async <Value>(
  milliseconds: number,
  promise: Promise<Value>,
  late: string,
): Promise<Value> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(late)), milliseconds);
  });
  try {
    return await Promise.race([promise, over]);
  } finally {
    clearTimeout(timer);
  }
};
