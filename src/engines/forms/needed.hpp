// When a field is needed, in the words of the form itself.
#pragma once

#include "engines/forms/definition.hpp"

namespace forms {

// Gives each field with `required_if` its `needed_when`, and `under_field` where it can stand
// beneath one option of a radio of its section.
void explain_needs(Section& section);

}  // namespace forms
