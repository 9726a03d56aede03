// For the shells' own use: the document around a page and the pieces all shells share.
#pragma once

#include "platform/ui/shell.hpp"

namespace ui {

enum class Side { citizen, officer };

Html document(const Frame& frame, Side side, const Html& body);
Html logo(const Frame& frame, std::string_view sub);
Html citizen_logo(const Frame& frame);
Html language_link(const Frame& frame);
Html menu(const Frame& frame, const Html& items);
// The strip that says this is a demonstration, or nothing.
Html demo_strip(const Frame& frame);
// ` aria-current="page"` when the frame's page is in this part of the navigation.
Html current(const Frame& frame, const Url& href);

}  // namespace ui
