// What differs between two versions of a procedure, named as its keeper would name it.
#pragma once

#include <string>
#include <vector>

#include "engines/catalogue/publish.hpp"

namespace catalogue {

// "deadline.value", "papers.BIRTH_SLIP.name", "form: subject.subject_ethnic.default", "flow",
// "template": things that stand in a list are named by their code or name. At most
// `differences_max` of them, then "+7". Empty: nothing differs.
inline constexpr std::size_t differences_max = 8;
std::vector<std::string> differing(const Publication& here, const Publication& pack);

}  // namespace catalogue
