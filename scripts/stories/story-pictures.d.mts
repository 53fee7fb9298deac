export function smallPicture(png: Buffer): Promise<Buffer>
