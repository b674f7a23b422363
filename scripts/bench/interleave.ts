/** Takes samples of all browsers in turns, so that what slows the machine for a while slows them all. The first round warms up caches and is dropped. */
export const interleave = async <Name extends string, Of, Sample>(
  browsers: Partial<Record<Name, Of>>,
  rounds: number,
  take: (browser: Of) => Promise<Sample>,
): Promise<Partial<Record<Name, Sample[]>>> => {
  const arms = Object.entries(browsers) as [Name, Of][];
  const samples: Partial<Record<Name, Sample[]>> = {};
  for (const [name] of arms) samples[name] = [];
  for (let round = 0; round <= rounds; round++)
    for (let i = 0; i < arms.length; i++) {
      // Another one begins in each round.
      const [name, browser] = arms[(i + round) % arms.length] as [Name, Of];
      const taken = await take(browser);
      if (round > 0) samples[name]?.push(taken);
    }
  return samples;
};
