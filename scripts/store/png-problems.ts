const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What a PNG should be. */
export interface WantedPicture {
  width: number;
  height: number;
  /** The stores take pictures without transparency, and an icon with it. */
  isOpaque: boolean;
}

/** Where a PNG is other than it should be. */
export const pngProblems = (data: Buffer, { width, height, isOpaque }: WantedPicture): string[] => {
  if (!data.subarray(0, 8).equals(signature)) return ['it is no PNG'];
  const problems: string[] = [];
  const size = `${data.readUInt32BE(16)}×${data.readUInt32BE(20)}`;
  if (size !== `${width}×${height}`) problems.push(`it is ${size}, not ${width}×${height}`);
  // 2: colours without transparency, 6: with it.
  const type = data.readUInt8(25);
  if (type !== (isOpaque ? 2 : 6)) problems.push(`its colour type is ${type}`);
  return problems;
};
