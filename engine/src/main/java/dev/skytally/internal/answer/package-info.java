/**
 * The format of stored answers: conversion of values to bytes and back.
 *
 * <p>Takes streams and values, returns values equal to those that were written. {@link
 * dev.skytally.internal.answer.AnswerOutput} describes the format.
 *
 * <p>Does not compute. Only the engine may use it.
 */
@NullMarked
package dev.skytally.internal.answer;

import org.jspecify.annotations.NullMarked;
