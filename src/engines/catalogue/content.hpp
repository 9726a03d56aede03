// The content of a version: a procedure.json, read into nouns and checked in the same pass.
#pragma once

#include "engines/catalogue/catalogue.hpp"
#include "engines/catalogue/terms.hpp"
#include "platform/reading/reading.hpp"

namespace catalogue {

// The name of a member that says where the form, flow or template of a pack lies.
inline constexpr std::string_view kFormFile = "form";
inline constexpr std::string_view kFlowFile = "flow";
inline constexpr std::string_view kTemplateFile = "template";

struct Content {
  Version version;
  Terms terms;
};
Content read_whole(const base::json::value& content, reading::Flaws& flaws);

// What the row holds beside the content (id, number, hash, has_form) is left as it is.
Version read_content(const base::json::value& content, reading::Flaws& flaws);

}  // namespace catalogue
