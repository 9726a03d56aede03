// QR codes by libqrencode, drawn as one SVG path.
#include "platform/ui/qr.hpp"

#include <qrencode.h>

#include <memory>

#include <fmt/format.h>

#include "base/must.hpp"

namespace ui {

base::Html qr_svg(const std::string& content) {
  base::must(!content.empty() && content.size() <= 1'000);
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
      QRcode_encodeString8bit(content.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  base::must(code != nullptr);
  constexpr int quiet = 4;
  std::string path;
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width; ++x) {
      if (code->data[y * code->width + x] & 1)
        path += fmt::format("M{} {}h1v1h-1z", x + quiet, y + quiet);
    }
  }
  const auto size = code->width + 2 * quiet;
  return base::h(R"(<svg viewBox="0 0 {} {}" aria-hidden="true" focusable="false">)"
                 R"(<path fill="#fff" d="M0 0h{}v{}H0z"/><path fill="#000" d="{}"/></svg>)",
                 size, size, size, size, path);
}

}  // namespace ui
