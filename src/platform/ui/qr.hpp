// A QR code as SVG, for the screen.
#pragma once

#include <string>

#include "base/html.hpp"

namespace ui {

// Error correction M, quiet zone of 4 modules; dark on white also in dark mode. At most 1,000
// bytes.
base::Html qr_svg(const std::string& content);

}  // namespace ui
