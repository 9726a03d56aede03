// Local headers with their bytes, then the central directory, then its end.
#include "platform/files/zip.hpp"

#include <zlib.h>

#include "base/must.hpp"

namespace files {
namespace {

constexpr std::uint16_t needs = 20, utf8_names = 0x0800, stored = 0;
constexpr std::size_t together_max = std::size_t{1} << 31;

void u16(std::string& out, std::uint32_t n) {
  out += char(n & 0xFF);
  out += char(n >> 8 & 0xFF);
}
void u32(std::string& out, std::uint32_t n) {
  u16(out, n & 0xFFFF);
  u16(out, n >> 16);
}

// What both headers of a file say of it: version, flags, method, time, date, CRC, sizes, name.
std::string about(const Packed& file, base::Instant at) {
  const auto local = at.local();
  std::string out;
  for (const auto n : {needs, utf8_names, stored}) u16(out, n);
  u16(out, std::uint32_t(local.hour() << 11 | local.minute() << 5));
  u16(out,
      std::uint32_t((local.date.year() - 1980) << 9 | local.date.month() << 5 | local.date.day()));
  u32(out, std::uint32_t(
               crc32_z(0, reinterpret_cast<const Bytef*>(file.bytes.data()), file.bytes.size())));
  u32(out, std::uint32_t(file.bytes.size()));
  u32(out, std::uint32_t(file.bytes.size()));
  u16(out, std::uint32_t(file.name.size()));
  u16(out, 0);  // nothing extra
  return out;
}

}  // namespace

std::string zip(const std::vector<Packed>& all, base::Instant at) {
  std::string out, directory;
  for (const auto& file : all) {
    const auto same = about(file, at);
    u32(directory, 0x02014B50);
    u16(directory, needs);  // made by
    directory += same;
    u16(directory, 0);  // no comment
    u16(directory, 0);  // the only disk
    u16(directory, 0);
    u32(directory, 0);
    u32(directory, std::uint32_t(out.size()));
    directory += file.name;
    u32(out, 0x04034B50);
    out += same + file.name + file.bytes;
    base::must(out.size() < together_max);
  }
  const auto begins = out.size();
  out += directory;
  u32(out, 0x06054B50);
  u32(out, 0);
  u16(out, std::uint32_t(all.size()));
  u16(out, std::uint32_t(all.size()));
  u32(out, std::uint32_t(directory.size()));
  u32(out, std::uint32_t(begins));
  u16(out, 0);
  return out;
}

}  // namespace files
