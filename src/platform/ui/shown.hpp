// What a part is given to show: a label, some content, an icon, a link.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/html.hpp"
#include "platform/ui/assets.hpp"

namespace ui {

using base::Html;
using base::Url;

// Text as it is shown, owned, so that rows may be collected before they are drawn.
class Label {
 public:
  Label() = default;
  Label(std::string text) : text_(std::move(text)) {}
  Label(std::string_view text) : text_(text) {}
  Label(const char* text) : text_(text) {}
  operator std::string_view() const { return text_; }
  bool empty() const { return text_.empty(); }

 private:
  std::string text_;
};

// Text, which is escaped, or markup, which passes.
class Content {
 public:
  Content() = default;
  Content(Html html) : html_(std::move(html)) {}
  Content(std::string_view text) : html_(base::h("{}", text)) {}
  Content(const std::string& text) : Content(std::string_view(text)) {}
  Content(const char* text) : Content(std::string_view(text)) {}
  Content(const Label& text) : Content(std::string_view(text)) {}
  const Html& html() const { return html_; }
  bool empty() const { return html_.empty(); }

 private:
  Html html_;
};

// The name of an icon of the sprite (web/icons.txt); another name does not compile.
class Icon {
 public:
  constexpr Icon() = default;  // none
  consteval Icon(const char* name) : name_(name) {
    if (!known(name_)) throw "web/icons.txt lacks this icon";
  }
  // For names that come from data, e.g. a pack: `otherwise` when the sprite lacks it.
  static constexpr Icon named(std::string_view name, Icon otherwise) {
    for (const auto icon : assets::icons) {
      if (icon == name) otherwise.name_ = icon;
    }
    return otherwise;
  }
  constexpr std::string_view name() const { return name_; }
  constexpr bool empty() const { return name_.empty(); }

 private:
  static constexpr bool known(std::string_view name) {
    for (const auto icon : assets::icons) {
      if (icon == name) return true;
    }
    return false;
  }
  std::string_view name_;
};

struct Link {
  Label label;
  Url href = "";  // empty: not a link
  bool leads() const { return !href.str().empty(); }
};

}  // namespace ui
