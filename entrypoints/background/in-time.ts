/** The answer, or an Error when it does not come in that many milliseconds. `what` names the question. */
export const inTime = <T>(answer: Promise<T>, what: string, time: number): Promise<T> => {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer to ${what} in ${time} ms.`)), time);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
};
