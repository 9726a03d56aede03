// What a signature or a filled field looks like: one small page each, with text that stays text.
#pragma once

#include <string>

#include "platform/pdf/sign.hpp"

namespace pdf {

// PDFs of one page of this size (points); sign.cpp takes the page's content over.
std::string person_look(const Signing& signing, double width, double height);
std::string seal_look(const Signing& signing, double width, double height);
std::string text_look(const std::string& text, double size, bool italic, double width,
                      double height);

// The same said in words, for those who do not see it.
std::string spoken(const Signing& signing);

}  // namespace pdf
