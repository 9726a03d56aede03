// The gallery: the designed pages (ui/shots 00-07, 12) drawn again from our parts, with invented
// people. The browser checks look at them before any room has pages of its own.
#pragma once

#include <map>
#include <string>

#include "platform/ui/shell.hpp"

namespace ui_test {

// Complete pages by name: "home", "procedure", "form", "check", "tracking", "sign-in", "parts",
// "worklist", "worklist-dark", "dossier", "dossier-dark", "refused".
std::map<std::string, base::Html> gallery();

ui::Frame citizen_frame();
ui::Frame officer_frame(bool dark);
base::Html home_page();
base::Html procedure_page();
base::Html form_page();
base::Html check_page();
base::Html tracking_page();
base::Html sign_in_page();
base::Html parts_page();
base::Html refused_page();
base::Html worklist_page(bool dark);
base::Html dossier_page(bool dark);

}  // namespace ui_test
