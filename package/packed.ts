/** Endings of files whose content is compressed already: deflating them again costs time and wins nothing. */
const packed = new Set(
  `7z aac apk avi avif br bz2 docx epub flac flv gif gz heic heif ipa jar jpeg jpg jxl lz4 m4a m4v mkv mov mp3 mp4
  mpeg mpg odp ods odt ogg opus pdf png pptx rar tgz webm webp wma wmv woff woff2 xlsx xz zip zst`.split(/\s+/),
)

/** Whether a file is compressed already, going by its name. */
export const isPacked = (name: string): boolean => packed.has(/\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '')
