// The objects inside a PDF, read with libqpdf; for this folder only.
#pragma once

#include <memory>
#include <optional>
#include <qpdf/QPDF.hh>
#include <string>

namespace pdf {

// Reads the PDF in place: the bytes must outlive it. Failure if it is too large, encrypted or no
// PDF.
std::unique_ptr<QPDF> opened(const std::string& bytes);

// The form field of this name, as an object of its own.
std::optional<QPDFObjectHandle> field_named(QPDF& pdf, const std::string& name);

// Has any field a signature in it?
bool is_signed(QPDF& pdf);

}  // namespace pdf
